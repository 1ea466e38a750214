package dev.peregrine.host.contacts;

import java.util.Optional;

/**
 * A mail that belongs to a job, as the log tells of it.
 *
 * @param company whose people the other side is, see {@link Contacts#company}
 * @param said without a contact: it is found by {@code address}
 * @param address of the other side
 * @param name under which the other side is noted where nobody has that address; empty where it is
 *     nobody in person
 */
public record MailNote(
    long mail, long job, String company, Said said, String address, Optional<String> name) {}
