"""What a text says of supply: halted, reduced, resumed, for whom and how long."""
