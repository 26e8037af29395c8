"""One step of a PID controller."""


def pid_step(error, total_error, rate, gains, dt):
    """Return (command, total_error) of this step; gains are (kp, ki, kd)."""
    raise NotImplementedError
