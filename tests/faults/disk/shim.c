// A bad machine for one program, by LD_PRELOAD: the n-th write or sync of its database fails.
// What it does is in a shared file of eight 64-bit numbers, named by ANTREAN_SHIM, which a test changes while the program runs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WRITES, SYNCS, ERROR, LASTS, STRUCK };

static volatile int64_t *orders;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("ANTREAN_SHIM");
  int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *shared = mmap(NULL, 64, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (shared != MAP_FAILED) orders = shared;
}

static int is_database(int file) {
  char link[64], name[512];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, name, sizeof name - 1);
  if (length < 0) return 0;
  name[length] = 0;
  return strstr(name, "/antrean.db") != NULL;
}

// Counts down to the call that fails; where the fault lasts, every later one fails too.
static int strikes(int kind, int file) {
  if (!orders || orders[kind] == 0 || !is_database(file)) return 0;
  if (__atomic_sub_fetch(&orders[kind], 1, __ATOMIC_SEQ_CST) > 0) return 0;
  if (orders[LASTS]) orders[kind] = 1;
  orders[STRUCK] += 1;
  errno = (int)orders[ERROR];
  return 1;
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  return strikes(WRITES, file) ? -1 : real(file, bytes, length, at);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return strikes(WRITES, file) ? -1 : real(file, bytes, length, at);
}

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  return strikes(WRITES, file) ? -1 : real(file, bytes, length);
}

int fsync(int file) {
  REAL(int, "fsync", int);
  return strikes(SYNCS, file) ? -1 : real(file);
}

int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  return strikes(SYNCS, file) ? -1 : real(file);
}
