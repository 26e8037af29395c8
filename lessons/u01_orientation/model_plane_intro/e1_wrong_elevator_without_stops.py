"""Forgets that the elevator can move only so far."""


def pid_step(error, total_error, rate, gains, dt):
    kp, ki, kd = gains
    total_error = max(-2.0, min(2.0, total_error + error * dt))
    return kp * error + ki * total_error - kd * rate, total_error
