"""Fingerprints, faces and other measurements of the body that identify."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="biometric_data",
    kinds=(Kind("BIOMETRIC_DATA", "biometric data", Nature.SPECIAL),),
    column=r"biometri|fingerprint|empreinte|huella|fingerabdruck|voice_?print|(^|_)iris(_|$)|face_?(embedding|template|image|photo)|بصمة",
)
