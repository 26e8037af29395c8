"""Numbers of the system calls that the sandbox's rules name, for each processor that it knows.

Sources: Linux uapi `asm/unistd_64.h` (x86_64) and `asm-generic/unistd.h` (aarch64), 6.1.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass

X86_64 = """
read=0 write=1 readv=19 writev=20 pread64=17 pwrite64=18 preadv=295 pwritev=296 preadv2=327 pwritev2=328
close=3 close_range=436 lseek=8 fsync=74 fdatasync=75 stat=4 fstat=5 lstat=6 newfstatat=262 statx=332
access=21 faccessat=269 faccessat2=439 readlink=89 readlinkat=267 getdents=78 getdents64=217 getcwd=79
chdir=80 fchdir=81 mkdir=83 mkdirat=258 rmdir=84 unlink=87 unlinkat=263 rename=82 renameat=264
renameat2=316 ftruncate=77 umask=95 statfs=137 fstatfs=138 dup=32 dup2=33 dup3=292 pipe=22 pipe2=293
flock=73 poll=7 ppoll=271 select=23 pselect6=270 epoll_create=213 epoll_create1=291 epoll_ctl=233
epoll_wait=232 epoll_pwait=281 epoll_pwait2=441 eventfd=284 eventfd2=290 timerfd_create=283
timerfd_settime=286 timerfd_gettime=287 copy_file_range=326 sendfile=40 fadvise64=221 readahead=187
mmap=9 munmap=11 mprotect=10 mremap=25 madvise=28 brk=12 mincore=27 msync=26 membarrier=324 mlock=149
munlock=150 rt_sigaction=13 rt_sigprocmask=14 rt_sigreturn=15 rt_sigpending=127 rt_sigsuspend=130
rt_sigtimedwait=128 sigaltstack=131 pause=34 alarm=37 getitimer=36 setitimer=38 timer_create=222
timer_settime=223 timer_gettime=224 timer_getoverrun=225 timer_delete=226 futex=202 futex_waitv=449
set_robust_list=273 get_robust_list=274 rseq=334 set_tid_address=218 arch_prctl=158 restart_syscall=219
clock_gettime=228 clock_getres=229 clock_nanosleep=230 nanosleep=35 gettimeofday=96 time=201 times=100
getrusage=98 sysinfo=99 uname=63 getpid=39 gettid=186 getppid=110 getuid=102 geteuid=107 getgid=104
getegid=108 getresuid=118 getresgid=120 getgroups=115 getpgrp=111 getpgid=121 getsid=124 sched_yield=24
sched_getaffinity=204 sched_getparam=143 sched_getscheduler=145 sched_get_priority_max=146
sched_get_priority_min=147 getcpu=309 getpriority=140 getrandom=318 exit=60 exit_group=231 wait4=61
waitid=247 capget=125 getrlimit=97 recvfrom=45 recvmsg=47 getsockopt=55 getsockname=51 getpeername=52
shutdown=48 clone=56 clone3=435 kill=62 tgkill=234 prlimit64=302 sched_setaffinity=203 prctl=157
socketpair=53 sendto=44 fcntl=72 open=2 openat=257 openat2=437 ioctl=16 pivot_root=155 capset=126
landlock_create_ruleset=444 landlock_add_rule=445 landlock_restrict_self=446
"""

AARCH64 = """
read=63 write=64 readv=65 writev=66 pread64=67 pwrite64=68 preadv=69 pwritev=70 preadv2=286 pwritev2=287
close=57 close_range=436 lseek=62 fsync=82 fdatasync=83 fstat=80 newfstatat=79 statx=291 faccessat=48
faccessat2=439 readlinkat=78 getdents64=61 getcwd=17 chdir=49 fchdir=50 mkdirat=34 unlinkat=35
renameat=38 renameat2=276 ftruncate=46 umask=166 statfs=43 fstatfs=44 dup=23 dup3=24 pipe2=59 flock=32
ppoll=73 pselect6=72 epoll_create1=20 epoll_ctl=21 epoll_pwait=22 epoll_pwait2=441 eventfd2=19
timerfd_create=85 timerfd_settime=86 timerfd_gettime=87 copy_file_range=285 sendfile=71 fadvise64=223
readahead=213 mmap=222 munmap=215 mprotect=226 mremap=216 madvise=233 brk=214 mincore=232 msync=227
membarrier=283 mlock=228 munlock=229 rt_sigaction=134 rt_sigprocmask=135 rt_sigreturn=139
rt_sigpending=136 rt_sigsuspend=133 rt_sigtimedwait=137 sigaltstack=132 getitimer=102 setitimer=103
timer_create=107 timer_settime=110 timer_gettime=108 timer_getoverrun=109 timer_delete=111 futex=98
futex_waitv=449 set_robust_list=99 get_robust_list=100 rseq=293 set_tid_address=96 restart_syscall=128
clock_gettime=113 clock_getres=114 clock_nanosleep=115 nanosleep=101 gettimeofday=169 times=153
getrusage=165 sysinfo=179 uname=160 getpid=172 gettid=178 getppid=173 getuid=174 geteuid=175 getgid=176
getegid=177 getresuid=148 getresgid=150 getgroups=158 getpgid=155 getsid=156 sched_yield=124
sched_getaffinity=123 sched_getparam=121 sched_getscheduler=120 sched_get_priority_max=125
sched_get_priority_min=126 getcpu=168 getpriority=141 getrandom=278 exit=93 exit_group=94 wait4=260
waitid=95 capget=90 getrlimit=163 recvfrom=207 recvmsg=212 getsockopt=209 getsockname=204
getpeername=205 shutdown=210 clone=220 clone3=435 kill=129 tgkill=131 prlimit64=261
sched_setaffinity=122 prctl=167 socketpair=199 sendto=206 fcntl=25 openat=56 openat2=437 ioctl=29
pivot_root=41 capset=91 landlock_create_ruleset=444 landlock_add_rule=445 landlock_restrict_self=446
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor: the kernel's audit number for it, and its system calls."""

    audit: int
    numbers: Mapping[str, int]


def _numbers(table: str) -> dict[str, int]:
    """Name → number."""
    pairs = (entry.split("=") for entry in table.split())
    return {name: int(number) for name, number in pairs}


MACHINES = {
    "x86_64": Machine(0xC000003E, _numbers(X86_64)),
    "aarch64": Machine(0xC00000B7, _numbers(AARCH64)),
}


def machine() -> Machine:
    """The processor that this runs on; raises OSError for one without a table."""
    name = platform.machine()
    if name not in MACHINES:
        raise OSError(f"no table of system calls for {name}")
    return MACHINES[name]
