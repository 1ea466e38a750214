package dev.peregrine.host.web;

/**
 * What a person sees who can be answered later only.
 *
 * @param title why, in a few words
 * @param sentence why, and what to do
 */
record NotNowPage(String assets, Look look, String title, String sentence) {}
