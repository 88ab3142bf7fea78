"""What is typed: options, their values, help, and questions at a terminal."""
