package dev.feedmill.http;

import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.item.Site;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.Conditional;
import dev.feedmill.http.caching.Documents;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.Workshop;
import dev.feedmill.http.feeds.DocumentMaker;
import dev.feedmill.http.feeds.FeedAnswers;
import dev.feedmill.http.feeds.LatestAnswers;
import dev.feedmill.http.feeds.ListAnswers;
import dev.feedmill.http.feeds.NamedAnswers;
import dev.feedmill.http.feeds.OldAddresses;
import dev.feedmill.http.feeds.OldFeeds;
import dev.feedmill.http.feeds.OpenApi;
import dev.feedmill.http.feeds.Repeats;
import dev.feedmill.http.message.Mount;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.pages.BuilderAnswers;
import dev.feedmill.http.pages.ErrorPages;
import dev.feedmill.http.pages.PageAnswers;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.http.pages.SearchAnswers;
import dev.feedmill.http.query.QuestionReader;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.http.status.AnswerCounts;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.FirstScan;
import dev.feedmill.http.status.OperatorOnly;
import dev.feedmill.http.status.StatusAnswers;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.library.Library;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.Frame;
import java.time.InstantSource;

/** Makes those who answer with a face; what must outlive it is shared by all. */
record AnswersMaker(
        Library library,
        FolderFollower follower,
        ServerRules rules,
        InstantSource clock,
        Workshop workshop,
        ModificationTimes times,
        AnswerCounts counts,
        CountHistory history,
        FirstScan firstScan,
        Mount mount,
        OperatorOnly operator,
        Repeats repeats) {
    Answers make(Face face) {
        Site site = face.site();
        Conditional conditional = new Conditional(workshop);
        Documents documents = new Documents(rules.cacheBytes(), workshop, times);
        HeaderFields fields = new HeaderFields(rules.pollInterval(), rules.sharedCacheTime());
        Frame frame =
                new Frame(site.here(), site.title(), site.description(), site.language(), face.zone(), rules.named());
        PageRenderer renderer = new PageRenderer(frame);
        QuestionReader questions = new QuestionReader(library, rules, face.zone(), site.language(), clock);
        SelectedPages selected =
                new SelectedPages(library, face.zone(), rules.selections().filterDepth());
        FeedAnswers feeds = new FeedAnswers(
                library,
                new FeedRenderer(site, rules.feedSize()),
                documents,
                conditional,
                fields,
                repeats,
                counts,
                questions,
                selected,
                rules.wholeFor(),
                rules.selections().items(),
                site.movedTo());
        PageMaker maker = new PageMaker(library, renderer, rules.pageItems());
        PageAnswers pages = new PageAnswers(
                library, frame, maker, documents, conditional, fields, workshop, new ChaptersRenderer(site));
        return new Answers(
                documents,
                feeds,
                new SiteAnswers(library, documents, conditional, feeds, pages),
                pages,
                new BuilderAnswers(library, questions, selected, maker, conditional, fields, workshop),
                new SearchAnswers(
                        library, questions, selected, renderer, conditional, fields, workshop, rules.pageItems()),
                new NamedAnswers(
                        rules.named(),
                        documents,
                        feeds,
                        questions,
                        selected,
                        renderer,
                        conditional,
                        fields,
                        workshop,
                        rules.pageItems()),
                new ListAnswers(
                        new TermNames(library),
                        new DocumentMaker(library, site, rules.named()),
                        documents,
                        conditional,
                        fields,
                        site.here().url("sitemap.xml"),
                        mount,
                        OpenApi.of(site, rules.selections())),
                new LatestAnswers(
                        documents,
                        conditional,
                        fields,
                        new LatestRenderer(site),
                        questions,
                        selected,
                        rules.latestLimit()),
                new StatusAnswers(
                        new StatusReport(library, follower, firstScan, counts, history, documents, site.version()),
                        operator,
                        renderer),
                new OldAddresses(library, site.here(), new OldFeeds(library, face.oldFeeds())),
                new ErrorPages(library, renderer, workshop));
    }
}
