package dev.peregrine.host.web;

/** What a person sees whose data cannot be reached at the moment. */
record NotNowPage(String assets, Look look, String sentence) {}
