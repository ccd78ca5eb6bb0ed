package dev.feedmill.http;

import dev.feedmill.http.caching.Documents;
import dev.feedmill.http.feeds.FeedAnswers;
import dev.feedmill.http.feeds.LatestAnswers;
import dev.feedmill.http.feeds.ListAnswers;
import dev.feedmill.http.feeds.NamedAnswers;
import dev.feedmill.http.feeds.OldAddresses;
import dev.feedmill.http.pages.BuilderAnswers;
import dev.feedmill.http.pages.ErrorPages;
import dev.feedmill.http.pages.PageAnswers;
import dev.feedmill.http.pages.SearchAnswers;
import dev.feedmill.http.status.StatusAnswers;

/** Those who answer, all with the same face, and the documents that they made. */
public record Answers(
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
