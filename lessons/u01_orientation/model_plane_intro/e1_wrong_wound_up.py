"""Lets the total error grow without end."""


def pid_step(error, total_error, rate, gains, dt):
    kp, ki, kd = gains
    total_error = total_error + error * dt
    return max(-1.0, min(1.0, kp * error + ki * total_error - kd * rate)), total_error
