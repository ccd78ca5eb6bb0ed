package dev.feedmill.http;

/** Those who answer, all with the same face, and the documents that they made. */
record Answers(
        Documents documents,
        FeedAnswers feeds,
        SiteAnswers site,
        PageAnswers pages,
        BuilderAnswers builder,
        SearchAnswers search,
        NamedAnswers named,
        ListAnswers lists,
        LatestAnswers latest,
        StatusAnswers status,
        OldAddresses old,
        ErrorPages errors) {}
