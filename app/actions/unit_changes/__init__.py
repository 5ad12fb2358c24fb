"""What a unit changes in its lists, forms, letters and services, kept in the notebook beside the shipped.

`open_library` gives the library a notebook works with: the shipped one with its changes laid over it. The
window's `Workspace` holds it as `library` and reads it again whenever an action says "unit_changes" changed.

Lists, by list key and code (codes never change and never vanish; what was recorded keeps its meaning):

- `look_at_list(library=, list_key=)` every entry as it is and as it was shipped, hidden ones too
- `hide_entry(notebook, library=, list_key=, code=, hidden=)` offered no more, or again
- `rename_entry(notebook, library=, list_key=, code=, label=)` other words, language by language; the
  former ones still find the entry when typed; the shipped words given back undo it
- `move_entry(notebook, library=, list_key=, code=, before=)` in front of another entry, "" for the end
- `add_entry(notebook, library=, list_key=, label=, sensitive=)` an entry of one's own, with a code of its own
- `reset_list(notebook, library=, list_key=)` words, order and entries as shipped; own entries stay, hidden

Files, by name ("forms/f4-referral.toml"; the rooms are `own_library.ROOMS`):

- `text_of_file(notebook, name=)` the text to start a changed copy from; `save_copy` writes it into a file
- `read_changed_file(path=)` the text of a file from outside; told apart when it is too large or not UTF-8
- `replace_file(notebook, library=, name=, text=)` a changed copy of a shipped file, or a new one;
  ResourceBroken names the place when it cannot be used, and nothing is kept then
- `add_file(notebook, library=, name=, text=)` a new one; FileNameTaken where that name is there
- `reset_file(notebook, library=, name=)` the shipped file again; a file of the unit's own is never taken away

Services:

- `choose_services(notebook, library=, keys=)` those used beside the notebook's own: `library.beside`

All lists and files at once, as the one file a unit hands to its practitioners:

- `write_unit_file(notebook, path=)` writes it
- `look_into_unit_file(notebook, library=, path=)` reads and checks it: what would change, line by line,
  and which of its parts are broken, where
- `take_unit_file(notebook, preview=)` makes it so, in one step

Every action returns the Changes that tell the window; failures are in `app/errors/unit_changes.py`.
"""
