package dev.peregrine.host.today;

import java.util.Optional;

/**
 * Something that is due.
 *
 * @param key of the reminder
 * @param id for the page
 * @param when how long it takes
 * @param why it is due
 * @param button what the link says; empty for no link
 * @param closes whether it asks to close an application
 * @param alike how many such there are, where this is the first; 0 for the others
 * @param own what the person may change of it; empty where it follows from something else
 */
record DueRow(
    String key,
    String id,
    String when,
    String title,
    String why,
    String button,
    String path,
    boolean closes,
    int alike,
    Optional<NoteForm> own) {}
