"""What people are persecuted for, as columns and lists of codes name it: one file each.

References
----------
Regulation (EU) 2016/679, Art. 9(1): racial or ethnic origin, political opinions, religious or
philosophical beliefs, trade union membership, genetic and biometric data, health, sex life and
sexual orientation. Nationality, language and age are not among them.
"""
