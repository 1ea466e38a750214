package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;

/** A mail of which somebody said what it means. */
public record LabelledMail(MailLabel label, String subject, String body) {}
