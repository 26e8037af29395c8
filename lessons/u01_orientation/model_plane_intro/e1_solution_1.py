"""One step of a PID controller, with limits by min and max."""


def pid_step(error, total_error, rate, gains, dt):
    """Return (command, total_error) of this step; gains are (kp, ki, kd)."""
    kp, ki, kd = gains
    total_error = max(-2.0, min(2.0, total_error + error * dt))
    command = kp * error + ki * total_error - kd * rate
    return max(-1.0, min(1.0, command)), total_error
