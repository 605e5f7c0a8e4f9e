"""One file for each step of the schema, named rNNNN_what; never changed once released."""
