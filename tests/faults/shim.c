/* Lets the Nth writing call under a folder fail, or records them all. Preloaded; needs no headers. */

typedef long ssize;
typedef unsigned long size;
extern void *dlsym(void *, const char *);
extern int *__errno_location(void);
extern ssize readlink(const char *, char *, size);
extern int snprintf(char *, size, const char *, ...);
extern int strncmp(const char *, const char *, size);
extern size strlen(const char *);
extern long lseek(int, long, int);
#define REAL(name) dlsym((void *)-1L, name)

static volatile long seen, failing;
static int error, sticky, halves, armed;
static char under[1024];

/* From now on: count what is written under `folder`; the `nth` call, and with `stays` every later one, fails. */
void carnet_arm(const char *folder, long nth, int number, int stays, int half) {
    snprintf(under, sizeof under, "%s", folder);
    seen = 0, failing = nth, error = number, sticky = stays, halves = half, armed = 1;
}

/* Stop, and say how many calls there were. */
long carnet_disarm(void) {
    armed = 0;
    return seen;
}

static int record = -1;

/* From now on, what reaches a file under `folder` is also written down in this descriptor. */
void carnet_record(const char *folder, int descriptor) {
    snprintf(under, sizeof under, "%s", folder);
    failing = 0, armed = 1, record = descriptor;
}

/* One entry: what, to which path, where, and the bytes. */
static void note(char what, const char *path, long at, const void *bytes, size length) {
    if (record < 0) return;
    ssize (*real)(int, const void *, size) = REAL("write");
    char head[1200];
    int size_of_head = snprintf(head, sizeof head, "%c %ld %lu %s\n", what, at, length, path);
    real(record, head, size_of_head);
    if (length) real(record, bytes, length);
}

/* Write down that this was told to somebody. */
void carnet_mark(const char *said) { note('a', said, 0, 0, 0); }

static int named(const char *path) { return armed && strncmp(path, under, strlen(under)) == 0; }

static char path[1024];

static int ours(int descriptor) {
    char link[64];
    if (!armed || descriptor == record) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return named(path);
}

static int fails(void) {
    long now = __sync_add_and_fetch(&seen, 1);
    if (failing && (now == failing || (sticky && now > failing))) {
        *__errno_location() = error;
        return 1;
    }
    return 0;
}

/* Half of it is written and the rest is the next call's to fail. */
static size cut(size length) {
    if (armed && halves && seen + 1 == failing && length > 1) {
        seen++, failing++;
        return length / 2;
    }
    return length;
}

ssize write(int descriptor, const void *bytes, size length) {
    ssize (*real)(int, const void *, size) = REAL("write");
    if (ours(descriptor)) {
        size part = cut(length);
        if (part != length) return real(descriptor, bytes, part);
        if (fails()) return -1;
        note('w', path, lseek(descriptor, 0, 1), bytes, length);
    }
    return real(descriptor, bytes, length);
}

#define PWRITE(name)                                                        \
    ssize name(int descriptor, const void *bytes, size length, long at) {   \
        ssize (*real)(int, const void *, size, long) = REAL(#name);         \
        if (ours(descriptor)) {                                             \
            size part = cut(length);                                        \
            if (part != length) return real(descriptor, bytes, part, at);   \
            if (fails()) return -1;                                         \
            note('w', path, at, bytes, length);                             \
        }                                                                   \
        return real(descriptor, bytes, length, at);                         \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define ONE(name, type, test, entry)             \
    int name type {                              \
        int (*real) type = REAL(#name);          \
        if (test) {                              \
            if (fails()) return -1;              \
            entry;                               \
        }                                        \
        return real
ONE(fsync, (int a), ours(a), note('s', path, 0, 0, 0))(a); }
ONE(fdatasync, (int a), ours(a), note('s', path, 0, 0, 0))(a); }
ONE(ftruncate, (int a, long b), ours(a), note('t', path, b, 0, 0))(a, b); }
ONE(ftruncate64, (int a, long b), ours(a), note('t', path, b, 0, 0))(a, b); }
ONE(unlink, (const char *a), named(a), note('u', a, 0, 0, 0))(a); }
ONE(rename, (const char *a, const char *b), (named(a) || named(b)), note('r', a, 0, b, strlen(b)))(a, b); }
ONE(mkdir, (const char *a, unsigned b), named(a), note('d', a, 0, 0, 0))(a, b); }
