"""The built example site in Chromium, under the policy that production has."""
