package dev.peregrine.host.web;

/** What runs and what ran: the content of the drawer, and the line that opens it. */
record ActivityPart(Activity activity, String token) {}
