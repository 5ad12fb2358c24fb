/* Lets the Nth writing call under a folder fail. Preloaded; needs no headers, so that gcc alone builds it. */

typedef long ssize;
typedef unsigned long size;
extern void *dlsym(void *, const char *);
extern int *__errno_location(void);
extern ssize readlink(const char *, char *, size);
extern int snprintf(char *, size, const char *, ...);
extern int strncmp(const char *, const char *, size);
extern size strlen(const char *);
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

static int named(const char *path) { return armed && strncmp(path, under, strlen(under)) == 0; }

static int ours(int descriptor) {
    char link[64], path[1024];
    if (!armed) return 0;
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
        }                                                                   \
        return real(descriptor, bytes, length, at);                         \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define ONE(name, type, test)                    \
    int name type {                              \
        int (*real) type = REAL(#name);          \
        if (test && fails()) return -1;          \
        return real
ONE(fsync, (int a), ours(a))(a); }
ONE(fdatasync, (int a), ours(a))(a); }
ONE(ftruncate, (int a, long b), ours(a))(a, b); }
ONE(ftruncate64, (int a, long b), ours(a))(a, b); }
ONE(unlink, (const char *a), named(a))(a); }
ONE(rename, (const char *a, const char *b), (named(a) || named(b)))(a, b); }
ONE(mkdir, (const char *a, unsigned b), named(a))(a, b); }
