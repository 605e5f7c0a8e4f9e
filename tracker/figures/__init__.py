"""Objects in, figures out: maps (folium), charts (altair), tables and the words beside them. No Streamlit."""
