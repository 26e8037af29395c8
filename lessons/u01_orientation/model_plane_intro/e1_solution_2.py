"""One step of a PID controller, as a product of vectors."""

import numpy as np


def pid_step(error, total_error, rate, gains, dt):
    """Return (command, total_error) of this step; gains are (kp, ki, kd)."""
    total_error = np.clip(total_error + error * dt, -2, 2)
    command = np.dot(gains, [error, total_error, -rate])
    return float(np.clip(command, -1, 1)), float(total_error)
