// Work that never ends by itself.
for (;;);
