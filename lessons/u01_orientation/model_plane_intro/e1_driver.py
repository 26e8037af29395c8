"""Calls one step, or flies a whole flight with it."""


def observe(entry, case):
    if "steps" not in case.given:
        command, total_error = entry(*case.args)
        return [float(command), float(total_error)]
    gains, dt = case.args
    pitch = rate = total_error = 0.0
    trace = []
    for _ in range(case.given["steps"]):
        command, total_error = entry(0.5 - pitch, total_error, rate, gains, dt)
        rate += dt * (-0.8 * rate + 4.0 * float(command))
        pitch += dt * rate
        trace.append(pitch)
        if abs(pitch) > 100:
            break
    return trace
