package dev.peregrine.host.mails;

/** How many mails of a sender belong to a job. */
public record SenderJob(String sender, long job, long mails) {}
