"""Pictures of networks, losses and data, drawn with matplotlib."""
