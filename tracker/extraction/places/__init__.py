"""Which energy facilities a text speaks of, and which place an unnamed one has."""
