/* Another time of day: shifts the clock by CARNET_CLOCK seconds. Preloaded. */

struct moment { long seconds, fraction; };
extern void *dlsym(void *, const char *);
extern char *getenv(const char *);
extern long atol(const char *);

static long shift(void) {
    const char *said = getenv("CARNET_CLOCK");
    return said ? atol(said) : 0;
}

int clock_gettime(int which, struct moment *now) {
    int (*real)(int, struct moment *) = dlsym((void *)-1L, "clock_gettime");
    int answer = real(which, now);
    if (which == 0) now->seconds += shift(); /* the clock on the wall, not the one that measures */
    return answer;
}

long time(long *now) {
    long (*real)(long *) = dlsym((void *)-1L, "time");
    long answer = real(0) + shift();
    if (now) *now = answer;
    return answer;
}
