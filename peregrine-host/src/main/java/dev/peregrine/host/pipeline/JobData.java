package dev.peregrine.host.pipeline;

import org.jspecify.annotations.Nullable;

/** A row of {@code jobs} and of {@code job_texts} as it is written. */
record JobData(
    long id,
    String title,
    @Nullable String company,
    @Nullable String place,
    String url,
    String board,
    String nativeId,
    @Nullable String remote,
    SalaryData salary,
    @Nullable Long annualPay,
    @Nullable Long posted,
    @Nullable Long closes,
    long found,
    @Nullable String hiddenRule,
    @Nullable String hiddenDetail,
    long sortDay,
    String sortCompany,
    String companyKey,
    String titleKey,
    String placeKey,
    @Nullable String applyUrl,
    String places,
    String employmentTypes,
    String tags,
    String details,
    @Nullable String description,
    String descriptionText) {}
