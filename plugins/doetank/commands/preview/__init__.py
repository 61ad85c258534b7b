"""What a pull request is told: its mistakes, and what readers see of it. What the pull request made is data here, never code."""
