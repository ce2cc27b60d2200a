"""One step a module, in the order of their `down_revision`. A step that has been released is never changed."""
