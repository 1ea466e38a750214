package dev.peregrine.host.calendar;

import dev.peregrine.host.web.Shell;

/** Notes that another window overtook, for a browser without script. */
record NotesPage(Shell shell, String here, String back, String typed, NotedPart noted) {}
