"""An employer brings a file of its own payroll."""
