/*
 * bcryptprimitives.dll for the Wine prefixes of the tests, where Wine brings none of its own (Wine 8.0 of Debian 12).
 *
 * Rust's standard library asks it for the random numbers of a HashMap; without it a program ends with code 53 and no
 * word. It forwards to RtlGenRandom of advapi32. Real Windows has the real one: this file is never shipped.
 */
#include <windows.h>

/* RtlGenRandom, under the name that advapi32 exports it by. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    const ULONG piece_max = 0x10000000;

    while (length > 0) {
        ULONG piece = length > piece_max ? piece_max : (ULONG)length;
        if (!SystemFunction036(buffer, piece))
            return FALSE;
        buffer += piece;
        length -= piece;
    }
    return TRUE;
}
