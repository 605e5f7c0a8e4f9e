"""What a person sees: the dashboard's frame, its pages and filters, and the routes beside it."""
