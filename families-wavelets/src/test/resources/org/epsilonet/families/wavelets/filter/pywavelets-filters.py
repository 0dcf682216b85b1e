"""Prints the filters of PyWavelets: python3 pywavelets-filters.py > pywavelets-filters.csv

name, which filter, taps. Of orthonormal wavelets the low-pass filter of reconstruction determines the others; they are
printed for one, to hold signs and order.
"""
import pywt

print(f"# PyWavelets {pywt.__version__}: name, filter, taps; printed by pywavelets-filters.py")
for name in [n for kind in ("db", "sym", "coif", "bior") for n in pywt.wavelist(kind)]:
    wavelet = pywt.Wavelet(name)
    if wavelet.rec_len > 40 or name.startswith("coif") and int(name[4:]) > 5:
        continue
    all_four = name.startswith("bior") or name == "sym5"
    for which in ("rec_lo", "dec_lo", "rec_hi", "dec_hi") if all_four else ("rec_lo",):
        print(name, which, *map(repr, getattr(wavelet, which)), sep=",")
