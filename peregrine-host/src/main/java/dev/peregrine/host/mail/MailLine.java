package dev.peregrine.host.mail;

/**
 * A mail in the list.
 *
 * @param outcome what was done with it, in a few words
 * @param kind the colour of that
 * @param meaning what it means, how sure that is and which words decided; may be empty
 * @param job the application that it belongs to; empty for none
 * @param jobPath where that is
 * @param reason why it belongs there
 * @param gone whether the server has it no longer
 */
record MailLine(
    long id,
    String path,
    String subject,
    String from,
    String address,
    String box,
    String when,
    String outcome,
    String kind,
    String meaning,
    String job,
    String jobPath,
    String reason,
    boolean gone) {}
