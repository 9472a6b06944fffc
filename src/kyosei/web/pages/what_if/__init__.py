"""What would happen if: a changed life beside the present one, drawn and in words."""
