"""Commands with the total error of the step before."""


def pid_step(error, total_error, rate, gains, dt):
    kp, ki, kd = gains
    command = max(-1.0, min(1.0, kp * error + ki * total_error - kd * rate))
    return command, max(-2.0, min(2.0, total_error + error * dt))
