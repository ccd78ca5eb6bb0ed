package dev.feedmill.reading.link;

import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.reading.include.IncludeResolver;
import dev.feedmill.reading.include.IncludedFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Files of one site that its articles may include: only public, visible files within its folder. */
public final class SiteFiles implements IncludeResolver {
    private final Path folder;
    private final GeneratorSite site;
    private final long maxBytes;
    private final Function<SourceFile, IncludedFile> reader;
    private final Consumer<String> requested;

    /**
     * Creates the files of a site.
     *
     * @param folder of articles
     * @param maxBytes larger files are not read
     * @param reader returns what may be included of a file
     * @param requested receives the path of each requested file, whether it exists or not
     */
    public SiteFiles(
            Path folder,
            GeneratorSite site,
            long maxBytes,
            Function<SourceFile, IncludedFile> reader,
            Consumer<String> requested) {
        this.folder = folder;
        this.site = site;
        this.maxBytes = maxBytes;
        this.reader = reader;
        this.requested = requested;
    }

    @Override
    public IncludedFile resolve(String from, String name) {
        String path = FolderPath.resolved(from, name);
        if (path == null || !site.contains(path)) {
            return refused(name, "lies outside of the folder of its site");
        }
        if (List.of(path.split("/", -1)).stream().anyMatch(each -> each.startsWith("."))) {
            return refused(name, "is a hidden file");
        }
        requested.accept(path);
        try {
            if (!isWithin(path)) {
                return refused(name, "lies outside of the folder of its site");
            }
            Parsed<SourceFile> loaded = SourceFile.load(folder, path, maxBytes);
            if (loaded instanceof Parsed.Read<SourceFile> read) {
                return reader.apply(read.value());
            }
            boolean large = loaded.problems().stream().anyMatch(problem -> problem.kind() == Kind.LIMIT);
            return large ? refused(name, "must have at most " + maxBytes + " bytes") : NONE.resolve(from, name);
        } catch (NoSuchFileException | InvalidPathException e) {
            return NONE.resolve(from, name);
        } catch (IOException e) {
            return refused(name, "must be readable");
        }
    }

    /** Returns whether a path resolves, through any symbolic links, to a visible file in the folder. */
    private boolean isWithin(String path) throws IOException {
        Path root = folder.toRealPath();
        Path file = FolderPath.file(folder, path).toRealPath();
        if (!file.startsWith(root)) {
            return false;
        }
        for (Path name : root.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    public static IncludedFile refused(String name, String why) {
        return new IncludedFile.Refused("'" + name + "' " + why + "; it is left out");
    }
}
