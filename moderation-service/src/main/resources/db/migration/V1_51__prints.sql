-- Every text is looked for in it at once, so nothing is put off that each of them would walk through.
alter index text_print_alike set (fastupdate = off);
