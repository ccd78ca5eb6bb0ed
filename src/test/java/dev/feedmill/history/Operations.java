package dev.feedmill.history;

import dev.feedmill.history.Operation.Manner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Thinks of an operation that the folder as it is allows. */
final class Operations {
    private static final List<String> BIRDS = List.of("Heron", "Wren", "Rook", "Swift", "Tern", "Finch");
    private static final List<String> FOLDERS = List.of("", "", "pond/", "wood/edge/", "town/", "_drafts/");
    private static final List<List<String>> CATEGORIES =
            List.of(List.of(), List.of("Water"), List.of("Water", "Still"), List.of("Woods"));
    /** What programs that change many files at once carry over. */
    private static final List<Kind> CARRIED = List.of(
            Kind.RENAME, Kind.RENAME, Kind.MOVE, Kind.EDIT, Kind.ADD, Kind.DELETE, Kind.RETITLE, Kind.MOVE_AND_EDIT);

    private static final List<Manner> SAVING = List.of(Manner.IN_PLACE, Manner.RENAMED_OVER, Manner.BACKED_UP);
    private static final Instant FIRST_DATE = Instant.parse("2024-01-01T00:00:00Z");

    private final Random random;
    private final int number;
    private final Model model;
    private final List<Tree> earlier;

    /**
     * @param number unlike that of any other operation
     * @param earlier folders as they were once
     */
    Operations(Random random, int number, Model model, List<Tree> earlier) {
        this.random = random;
        this.number = number;
        this.model = model;
        this.earlier = earlier;
    }

    /** One of this kind; null where there is nothing to do it to. */
    @Nullable
    Operation think(Kind kind) {
        List<Step> steps = steps(kind);
        return steps.isEmpty() ? null : new Operation(kind, manner(kind), steps);
    }

    private Manner manner(Kind kind) {
        return switch (kind) {
            case EDIT_KEEPING_TIME -> Manner.OLD_TIME;
            case REPLACE_FOLDER -> Manner.REPLACED;
            case PULL, CHECK_OUT -> Manner.GIT_PULL;
            case RSYNC_WITH_TIMES -> Manner.RSYNC_TIMES;
            case RSYNC_BY_CHECKSUM -> Manner.RSYNC_CHECKSUM;
            default -> one(SAVING);
        };
    }

    private List<Step> steps(Kind kind) {
        return switch (kind) {
            case ADD, ADD_UNDATED, ADD_DECLARED, ADD_DRAFT, ADD_DUE -> List.of(new Step.Write(freePath(), born(kind)));
            case EDIT, EDIT_KEEPING_TIME -> rewritten(post -> post.edited(edition()));
            case RETITLE -> rewritten(post -> post.titled(post.words().bird() + " again " + number));
            case REDATE -> rewritten(post -> post.dated(date()));
            case REFILE -> rewritten(post -> post.filed(one(CATEGORIES)));
            case DRAFT_ON_OR_OFF -> rewritten(post -> post.draft(!post.front().draft()));
            case LINE_ENDINGS ->
                rewritten(post -> post.with(new Post.Look(
                        !post.look().crlf(), post.look().note(), post.look().open())));
            case NOTE ->
                rewritten(post -> post.with(
                        new Post.Look(post.look().crlf(), number, post.look().open())));
            case BREAK_OR_MEND -> brokenOrMended();
            case RENAME_CATEGORY -> renamedCategory();
            case TOUCH -> List.of(new Step.Touch(one(paths())));
            case RENAME -> List.of(new Step.Move(one(paths()), freePath()));
            case MOVE -> move(one(paths()));
            case SWAP -> swap(somePaths(2));
            case SWAP_DECLARED -> swapDeclared();
            case SHIFT -> shift(somePaths(3 + random.nextInt(2)));
            case COPY -> copy();
            case COPY_THEN_DELETE -> copyThenDelete(one(paths()));
            case DELETE -> List.of(new Step.Delete(one(paths())));
            case MOVE_AND_EDIT -> moveAndEdit(one(paths()));
            case RESTORE, RESTORE_CHANGED, RESTORE_ELSEWHERE -> restored(kind);
            case CHECK_OUT -> earlier.isEmpty() ? List.of() : becoming(one(earlier));
            case PULL, RSYNC_WITH_TIMES, RSYNC_BY_CHECKSUM -> carried(1 + random.nextInt(4));
            case REPLACE_FOLDER -> carried(1 + random.nextInt(2));
        };
    }

    private Post born(Kind kind) {
        String bird = one(BIRDS) + " " + number;
        return new Post(
                new Post.Words(bird, 0, edition()),
                new Post.Front(
                        bird,
                        switch (kind) {
                            case ADD_UNDATED -> null;
                            case ADD_DUE -> Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
                            default -> date();
                        },
                        kind == Kind.ADD_DECLARED ? "bird-" + number : null,
                        one(CATEGORIES),
                        kind == Kind.ADD_DRAFT),
                Post.Look.PLAIN);
    }

    private List<Step> rewritten(UnaryOperator<Post> change) {
        String path = one(paths());
        return List.of(new Step.Write(path, change.apply(at(path))));
    }

    private List<Step> brokenOrMended() {
        List<String> open = model.tree().posts().entrySet().stream()
                .filter(file -> file.getValue().look().open())
                .map(Map.Entry::getKey)
                .toList();
        String path = open.isEmpty() ? one(paths()) : one(open);
        Post.Look look = at(path).look();
        return List.of(new Step.Write(path, at(path).with(new Post.Look(look.crlf(), look.note(), open.isEmpty()))));
    }

    private List<Step> renamedCategory() {
        List<String> name = one(CATEGORIES);
        return name.isEmpty()
                ? List.of()
                : paths().stream()
                        .filter(path -> at(path).front().categories().equals(name))
                        .map(path -> (Step) new Step.Write(path, at(path).filed(List.of(name.get(0) + number))))
                        .toList();
    }

    private List<Step> swap(List<String> two) {
        String between = "between-" + number + ".md";
        return List.of(
                new Step.Move(two.get(0), between),
                new Step.Move(two.get(1), two.get(0)),
                new Step.Move(between, two.get(1)));
    }

    private List<Step> swapDeclared() {
        List<String> declared = new ArrayList<>(paths().stream()
                .filter(path ->
                        at(path).front().guid() != null && !at(path).look().open())
                .toList());
        if (declared.size() < 2) {
            return List.of();
        }
        Collections.shuffle(declared, random);
        List<Step> steps = new ArrayList<>(swap(declared.subList(0, 2)));
        if (random.nextBoolean()) {
            steps.add(new Step.Write(declared.get(0), at(declared.get(1)).edited(edition())));
        }
        return steps;
    }

    /** The last one gets a new name, each other the name of the one behind it. */
    private List<Step> shift(List<String> row) {
        List<String> names = new ArrayList<>(new TreeSet<>(row));
        names.add(freePath());
        List<Step> steps = new ArrayList<>();
        for (int i = names.size() - 1; i > 0; i--) {
            steps.add(new Step.Move(names.get(i - 1), names.get(i)));
        }
        return steps;
    }

    private List<Step> copy() {
        String path = one(paths());
        return at(path).front().guid() == null ? List.of(new Step.Write(freePath(), at(path))) : List.of();
    }

    /** As {@code mv} does between two file systems. */
    private List<Step> copyThenDelete(String path) {
        return List.of(new Step.Write(freePath(), at(path)), new Step.Delete(path));
    }

    private List<Step> moveAndEdit(String path) {
        return List.of(new Step.Delete(path), new Step.Write(freePath(), at(path).edited(edition())));
    }

    private List<Step> restored(Kind kind) {
        List<Tracked> gone = model.gone();
        if (gone.isEmpty()) {
            return List.of();
        }
        Tracked back = one(gone);
        Post post = kind == Kind.RESTORE_CHANGED ? back.post().edited(edition()) : back.post();
        String path = kind == Kind.RESTORE_ELSEWHERE ? freePath() : back.last();
        return model.tree().has(path) ? List.of() : List.of(new Step.Write(path, post));
    }

    private List<Step> becoming(Tree goal) {
        List<Step> steps = new ArrayList<>();
        paths().stream().filter(path -> !goal.has(path)).forEach(path -> steps.add(new Step.Delete(path)));
        goal.posts().forEach((path, post) -> {
            if (!model.tree().has(path) || !at(path).equals(post)) {
                steps.add(new Step.Write(path, post));
            }
        });
        return steps;
    }

    private List<Step> carried(int operations) {
        List<Step> steps = new ArrayList<>();
        Model now = model;
        for (int i = 0; i < operations; i++) {
            Operation one = new Operations(random, number + i, now, earlier).think(one(CARRIED));
            if (one != null) {
                steps.addAll(one.steps());
                now = now.seeingAll(List.of(one));
            }
        }
        return steps;
    }

    private Post at(String path) {
        return model.tree().at(path);
    }

    private List<String> paths() {
        return List.copyOf(model.tree().posts().keySet());
    }

    private List<String> somePaths(int count) {
        List<String> paths = new ArrayList<>(paths());
        Collections.shuffle(paths, random);
        return paths.subList(0, count);
    }

    /** To another folder, under the same name where that is free. */
    private List<Step> move(String path) {
        String moved = one(FOLDERS) + path.substring(path.lastIndexOf('/') + 1);
        return List.of(new Step.Move(path, model.tree().has(moved) ? freePath() : moved));
    }

    private String freePath() {
        String path = one(FOLDERS) + one(Arrays.asList("note", "walk", "list", "tale")) + random.nextInt(40) + ".md";
        return model.tree().has(path) ? path.replace(".md", "-" + number + ".md") : path;
    }

    /** Always as many digits, so that an edit can keep the length of a file. */
    private int edition() {
        return 1_000_000 + number;
    }

    private Instant date() {
        return FIRST_DATE.plusSeconds(random.nextInt(40_000_000));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
