"""Adds the rate where it should brake."""


def pid_step(error, total_error, rate, gains, dt):
    kp, ki, kd = gains
    total_error = max(-2.0, min(2.0, total_error + error * dt))
    return max(-1.0, min(1.0, kp * error + ki * total_error + kd * rate)), total_error
