"""Sessions in the real process: what stays between runs, undo, restart, and what a crash leaves."""

from __future__ import annotations

import asyncio

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, Limits, Output, Progress, RunRequest, RunResult, Started
from tutor.sandbox.client import Sandbox
from tutor.sandbox.sessions import HOMES

pytestmark = pytest.mark.asyncio(loop_scope="session")

PROCESS = "import os; print(os.getpid(), open('/proc/self/stat').read().split()[21])"


async def out(play: Play, source: str, session: str) -> str:
    """What a cell prints; it runs well."""
    result: RunResult = await play(source, session=session)
    assert result.status == "ok", result.error
    return result.stdout


async def test_variables_functions_and_models_stay(play: Play) -> None:
    await out(play, "from sklearn.svm import SVC\nm = SVC().fit([[0], [1]], [0, 1])", "stay")
    await out(play, "def f(x):\n    return m.predict([[x]])[0] + 10", "stay")
    assert await out(play, "print(f(1))", "stay") == "11\n"


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("import os; os._exit(0)", "crashed"),
        ("import ctypes; ctypes.string_at(0)", "crashed"),
        ("while True: pass", "timeout"),
        ("print('x' * 10_000_000)", "output"),
    ],
)
async def test_a_run_that_did_not_end_leaves_the_state_before_it(
    play: Play, ending: str, status: str
) -> None:
    name = f"ended {ending}"
    await out(play, "x = [1]", name)
    limits = {"wall_s": 0.5} if status == "timeout" else {}
    assert (await play(f"x.append(2)\n{ending}", session=name, **limits)).status == status
    assert await out(play, "print(x)", name) == "[1]\n"


async def test_an_exception_keeps_what_was_done_before_it_as_in_a_notebook(play: Play) -> None:
    await out(play, "x = [1]", "raise")
    assert (await play("x.append(2)\n1 / 0", session="raise")).status == "error"
    assert await out(play, "print(x)", "raise") == "[1, 2]\n"


async def test_a_stopped_run_leaves_the_state_before_it(play: Play, sandbox: Sandbox) -> None:
    await out(play, "x = [1]", "stop")
    source = "x.append(2)\nprint('on')\nwhile True: pass"
    async for event in sandbox.run(RunRequest(source, session="stop")):
        if isinstance(event, Output):
            sandbox.stop()
        if isinstance(event, Finished):
            assert event.result.status == "stopped"
    assert await out(play, "print(x)", "stop") == "[1]\n"
    assert sandbox.undo("stop")
    assert sandbox.undo("stop")
    assert await out(play, "print(x)", "stop") == "[1]\n"


async def test_undo_goes_back_run_by_run_also_over_crashes(play: Play, sandbox: Sandbox) -> None:
    await out(play, "x = [1]", "undo")
    await out(play, "x.append(2)", "undo")
    await play("import os; os._exit(1)", session="undo")
    await play("x.append(3)\n1 / 0", session="undo")
    seen = []
    for _ in range(3):
        seen.append(await out(play, "print(x)", "undo"))
        assert sandbox.undo("undo")
        assert sandbox.undo("undo")
    assert seen == ["[1, 2, 3]\n", "[1, 2]\n", "[1, 2]\n"]
    assert await out(play, "print(x)", "undo") == "[1]\n"
    assert sandbox.undo("undo")
    assert sandbox.undo("undo")
    assert not sandbox.undo("undo")
    assert (await play("print(x)", session="undo")).status == "error"


async def test_code_that_cannot_even_begin_leaves_no_trace(play: Play, sandbox: Sandbox) -> None:
    await out(play, "x = 1", "long")
    for _ in range(3):
        assert (await play("#" * 12_000_000, session="long")).status == "error"
    await play("import os; os._exit(1)", session="long")
    assert await out(play, "print(x)", "long") == "1\n"
    for _ in range(5):
        assert sandbox.undo("long")
    assert await out(play, "print(x)", "long") == "1\n"


async def test_undo_of_nothing_says_so(sandbox: Sandbox) -> None:
    assert not sandbox.undo("never heard of")


async def test_restart_forgets_everything(play: Play, sandbox: Sandbox) -> None:
    await out(play, "x = 1", "restart")
    sandbox.restart("restart")
    assert (await play("print(x)", session="restart")).status == "error"
    assert sandbox.undo("restart")
    assert not sandbox.undo("restart")


async def test_a_session_lives_in_one_process_until_others_need_the_room(play: Play) -> None:
    first = await out(play, f"x = 5; {PROCESS}", "home")
    assert await out(play, PROCESS, "home") == first
    for number in range(HOMES):
        await out(play, "y = 1", f"other {number}")
    assert await out(play, f"print(x, end=' '); {PROCESS}", "home") != f"5 {first}"
    assert await out(play, "print(x)", "home") == "5\n"


RANDOM = "a = [random.random(), np.random.rand(), np.random.default_rng().random(), RandomState().rand()]"


async def test_replayed_cells_draw_the_same_random_numbers(play: Play, sandbox: Sandbox) -> None:
    await out(play, f"import random, numpy as np\nfrom numpy.random import RandomState\n{RANDOM}", "dice")
    await out(play, RANDOM.replace("a =", "b ="), "dice")
    drawn = await out(play, "print(a, b)", "dice")
    third = await out(play, RANDOM.replace("a =", "c =") + "; print(c)", "dice")
    await play("import os; os._exit(1)", session="dice")
    assert await out(play, "print(a, b)", "dice") == drawn
    for _ in range(3):
        sandbox.undo("dice")
    assert await out(play, RANDOM.replace("a =", "c =") + "; print(c)", "dice") == third


async def test_a_seed_set_by_hand_holds_for_the_next_cell_too(play: Play) -> None:
    for name in ("seed 1", "seed 2"):
        await out(play, "import numpy as np\nnp.random.seed(0)", name)
    assert await out(play, "print(np.random.rand())", "seed 1") == "0.5488135039273248\n"
    assert await out(play, "print(np.random.rand())", "seed 2") == "0.5488135039273248\n"


LOUD = """
import os, sys, warnings
from tutor.sandbox.displays import lines, progress, show
print('out'); print('err', file=sys.stderr); os.write(1, b'raw'); warnings.warn('warned')
show(lines([1], {'y': [1]}, title='t'))
for _ in progress(range(3)): pass
x = 1
"""


async def test_a_replay_is_neither_heard_nor_seen(play: Play, sandbox: Sandbox) -> None:
    await out(play, LOUD, "loud")
    await play("import os; os._exit(1)", session="loud")
    events = [event async for event in sandbox.run(RunRequest("print(x)", session="loud"))]
    assert [type(event) for event in events] == [Started, Output, Finished]
    assert events[1] == Output("stdout", "1\n")


async def test_a_long_replay_says_what_it_does_and_can_be_stopped(play: Play, sandbox: Sandbox) -> None:
    slow = "import time; time.sleep(0.6); n = globals().get('n', 0) + 1"
    for _ in range(2):
        await out(play, slow, "slow")
    await play("import os; os._exit(1)", session="slow")
    notes = []
    async for event in sandbox.run(RunRequest("print(n)", session="slow")):
        if isinstance(event, Progress):
            notes.append(event.note)
            sandbox.stop()
        if isinstance(event, Finished):
            assert event.result.status == "stopped"
    assert notes[0] == "bringing back what ran before"
    assert await out(play, "print(n)", "slow") == "2\n"


async def test_many_cells_may_use_more_time_than_one_run(play: Play) -> None:
    for _ in range(4):
        busy = "import time\nend = time.process_time() + 0.9\nwhile time.process_time() < end: pass"
        assert (await play(busy, session="busy", wall_s=30.0)).status == "ok"
    assert (await play(busy, session="busy", wall_s=0.3)).status == "timeout"


async def test_a_thread_left_behind_spoils_no_later_cell(play: Play) -> None:
    source = """
import threading, time
from tutor.sandbox.displays import lines, progress, show
def chat():
    for k in progress(range(200)):
        show(lines([k], {'y': [k]}, title='t')); print(k); time.sleep(0.002)
threading.Thread(target=chat, daemon=True).start()
"""
    await play(source, session="thread")
    await asyncio.sleep(0.1)
    result = await play("x = 7", session="thread")
    assert result.status == "ok"
    await play("import time; time.sleep(0.6)", session="thread")
    assert "7" in (await play("print(x)", session="thread")).stdout


async def test_a_closed_stdout_is_open_again_in_the_next_cell(play: Play) -> None:
    await play("import sys; sys.stdout.close()", session="closed")
    assert await out(play, "print('here')", "closed") == "here\n"


async def test_two_runs_of_one_session_at_once_do_not_mix_their_states(sandbox: Sandbox) -> None:
    requests = [RunRequest(f"x{k} = {k}", session="both", limits=Limits()) for k in (1, 2)]
    await asyncio.gather(*map(sandbox.result, requests))
    result = await sandbox.result(RunRequest("print(x1, x2)", session="both"))
    assert result.stdout == "1 2\n"


async def test_an_error_in_an_earlier_cells_function_names_the_present_line(play: Play) -> None:
    await out(play, "def f():\n    pass\n    return 1 / 0", "lines")
    result = await play("a = 1\nf()", session="lines")
    assert result.error is not None
    assert (result.error.kind, result.error.line) == ("ZeroDivisionError", 2)


LEFT = """
import threading, time
ticks = [0]
def tick():
    while True: ticks[0] += 1
threading.Thread(target=tick, daemon=True).start()
print(time.process_time())
"""


async def test_a_thread_left_behind_rests_between_runs(play: Play) -> None:
    """It would keep the processor busy for as long as the app is open."""
    used = float(await out(play, LEFT, "left"))
    await asyncio.sleep(0.4)
    later, ticks = (await out(play, "print(time.process_time(), ticks[0])", "left")).split()
    assert float(later) - used < 0.3
    assert int(ticks) > 0
