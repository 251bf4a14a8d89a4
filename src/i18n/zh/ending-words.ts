/** Where a handshake ended. */
export const AFTER = { finish: '在客户端发完握手消息之后', 'first-byte': '在收到请求之后' }
