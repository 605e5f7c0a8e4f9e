"""Which of them were struck: when, by whom, with what, to what effect, and who says so."""
